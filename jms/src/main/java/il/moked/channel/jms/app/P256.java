// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.app;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;

/** Keys on the curve P-256 in the form in which web push writes them: the point uncompressed, 65 bytes (SEC 1, section 2.3.3). */
final class P256 {
    static final int POINT = 65;
    private static final int FIELD = 32;
    private static final int UNCOMPRESSED = 4;
    private static final ECParameterSpec CURVE = curve();
    private static final BigInteger PRIME = ((ECFieldFp) CURVE.getCurve().getField()).getP();

    private P256() {
    }

    private static ECParameterSpec curve() {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible); // every JDK has the curve
        }
    }

    static KeyPair fresh() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(CURVE);
        return generator.generateKeyPair();
    }

    /** The pair whose private number follows from 32 secret bytes. Made once for each installation: not in constant time. */
    static KeyPair of(byte[] secret) throws GeneralSecurityException {
        BigInteger number = new BigInteger(1, secret).mod(CURVE.getOrder().subtract(BigInteger.ONE)).add(BigInteger.ONE);
        return pair(number, times(number, CURVE.getGenerator()));
    }

    static KeyPair pair(BigInteger number, ECPoint point) throws GeneralSecurityException {
        KeyFactory keys = KeyFactory.getInstance("EC");
        return new KeyPair(keys.generatePublic(new ECPublicKeySpec(point, CURVE)), keys.generatePrivate(new ECPrivateKeySpec(number, CURVE)));
    }

    /** @throws GeneralSecurityException when it is no point of the curve: a key made up to learn something of ours (RFC 8291, section 7) */
    static ECPublicKey publicKey(byte[] point) throws GeneralSecurityException {
        if (point.length != POINT || point[0] != UNCOMPRESSED) {
            throw new GeneralSecurityException("not an uncompressed point");
        }
        BigInteger x = new BigInteger(1, java.util.Arrays.copyOfRange(point, 1, 1 + FIELD));
        BigInteger y = new BigInteger(1, java.util.Arrays.copyOfRange(point, 1 + FIELD, POINT));
        BigInteger right = x.pow(3).add(CURVE.getCurve().getA().multiply(x)).add(CURVE.getCurve().getB()).mod(PRIME);
        if (x.compareTo(PRIME) >= 0 || y.compareTo(PRIME) >= 0 || !y.multiply(y).mod(PRIME).equals(right)) {
            throw new GeneralSecurityException("not on the curve");
        }
        return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), CURVE));
    }

    static byte[] point(ECPublicKey key) {
        byte[] point = new byte[POINT];
        point[0] = UNCOMPRESSED;
        put(key.getW().getAffineX(), point, 1);
        put(key.getW().getAffineY(), point, 1 + FIELD);
        return point;
    }

    private static void put(BigInteger number, byte[] into, int at) {
        byte[] bytes = number.toByteArray();
        int length = Math.min(bytes.length, FIELD);
        System.arraycopy(bytes, bytes.length - length, into, at + FIELD - length, length);
    }

    private static ECPoint times(BigInteger number, ECPoint point) {
        ECPoint sum = ECPoint.POINT_INFINITY;
        for (int bit = number.bitLength() - 1; bit >= 0; bit--) {
            sum = plus(sum, sum);
            if (number.testBit(bit)) {
                sum = plus(sum, point);
            }
        }
        return sum;
    }

    private static ECPoint plus(ECPoint one, ECPoint other) {
        if (one.equals(ECPoint.POINT_INFINITY)) {
            return other;
        }
        if (other.equals(ECPoint.POINT_INFINITY)) {
            return one;
        }
        BigInteger rise = other.getAffineY().subtract(one.getAffineY());
        BigInteger run = other.getAffineX().subtract(one.getAffineX());
        if (run.mod(PRIME).signum() == 0) {
            if (rise.mod(PRIME).signum() != 0) {
                return ECPoint.POINT_INFINITY;
            }
            rise = one.getAffineX().pow(2).multiply(BigInteger.valueOf(3)).add(CURVE.getCurve().getA());
            run = one.getAffineY().shiftLeft(1);
        }
        BigInteger slope = rise.multiply(run.modInverse(PRIME)).mod(PRIME);
        BigInteger x = slope.multiply(slope).subtract(one.getAffineX()).subtract(other.getAffineX()).mod(PRIME);
        return new ECPoint(x, slope.multiply(one.getAffineX().subtract(x)).subtract(one.getAffineY()).mod(PRIME));
    }
}
