#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Makes the ready server from the unpacked distribution: configure.sh DISTRIBUTION SERVER
# Does nothing when the server was made from the same scripts before.
set -euo pipefail
distribution=$1 server=$2
here=$(cd "$(dirname "$0")" && pwd)
lib=$(dirname "$server")/lib
stamp=$(cat "$here"/configure.sh "$here"/*.cli <(ls -l "$lib"/*.jar | awk '{print $5, $NF}') | sha256sum)
if [ -f "$server/.moked" ] && [ "$(cat "$server/.moked")" = "$stamp" ]; then
  exit 0
fi
rm -rf "$server"
cp -a "$distribution" "$server"
rm -rf "$server/docs" "$server/welcome-content"
mkdir -p "$server/modules/org/postgresql/main"
cp "$lib/postgresql.jar" "$server/modules/org/postgresql/main/"
cat > "$server/modules/org/postgresql/main/module.xml" <<'X'
<?xml version="1.0" encoding="UTF-8"?>
<module name="org.postgresql" xmlns="urn:jboss:module:1.9">
  <resources><resource-root path="postgresql.jar"/></resources>
  <dependencies><module name="java.sql"/><module name="java.logging"/><module name="java.transaction.xa"/><module name="java.naming"/><module name="java.management"/><module name="java.security.jgss"/><module name="jakarta.transaction.api"/></dependencies>
</module>
X
configuration=$server/standalone/configuration
run() { # run CONFIG SCRIPT…: applies scripts to one configuration, offline
  local config=$1; shift
  { echo "embed-server --server-config=$config --std-out=discard"; cat "$@"; echo "stop-embedded-server"; } > "$server/configure.cli"
  JAVA_OPTS="-Xmx512m -XX:TieredStopAtLevel=1" "$server/bin/jboss-cli.sh" --file="$server/configure.cli" > "$server/configure.log" 2>&1 || { cat "$server/configure.log" >&2; exit 1; }
}
cp "$configuration/standalone-full.xml" "$configuration/moked.xml"
run moked.xml "$here/moked.cli"
cp "$configuration/moked.xml" "$configuration/moked-postgresql.xml"
run moked-postgresql.xml "$here/postgresql.cli"
rm -rf "$server/configure.cli" "$server/standalone/data" "$server/standalone/log" "$server/standalone/tmp" "$configuration"/standalone_xml_history
echo "$stamp" > "$server/.moked"
