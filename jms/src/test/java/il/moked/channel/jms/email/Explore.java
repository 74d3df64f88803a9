package il.moked.channel.jms.email;
import java.nio.file.*; import java.util.*; import java.nio.charset.StandardCharsets;
class Explore {
  public static void main(String[] a) throws Exception {
    if (a[0].equals("split")) { for (int i=1;i<a.length;i++){ var q=QuotedHistory.of(Files.readString(Path.of(a[i])).replace("\r","")); String n=q.newText(); String t=q.quotedText(); System.out.println("=== "+a[i]+"\n"+n.substring(0,Math.min(1500,n.length()))+"\n--8<-- quoted "+t.length()+": "+t.substring(0,Math.min(70,t.length())).replace("\n","\\n")); } return; }
    for (Path p : a.length>1 ? List.of(a).subList(1,a.length).stream().map(Path::of).toList() : Samples.mails()) {
      long t0=System.nanoTime();
      ParsedMail m = new MailParser().parse(Samples.bytes(p));
      long ms=(System.nanoTime()-t0)/1000000;
      System.out.println(Samples.MAIL.toAbsolutePath().relativize(p.toAbsolutePath())+" | "+(m.sender()==null?null:m.sender().address()+" ("+m.sender().name()+")")+" | "+m.subject()+" | "+m.sentAt()+" | "+m.nature()+" "+(m.deliveryReport()==null?"":m.deliveryReport())+" | "+m.notices()+" | new="+m.newText().length()+" q="+m.quotedText().length()+" html="+(m.html()==null?null:m.html().length())+" | "+m.attachments().stream().map(x->x.fileName()+":"+x.bytes().length+(x.inline()?"i":"")).toList()+(ms>50?" SLOW "+ms:""));
      if (a[0].equals("full")) System.out.println(m.text()+"\n##### NEW\n"+m.newText());
    }
  }
}
