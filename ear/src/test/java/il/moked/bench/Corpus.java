// SPDX-License-Identifier: Apache-2.0
package il.moked.bench;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Invented people and texts, always the same for the same number. Words are drawn so that few are very common and most
 * are rare, as in real text (Zipf), in Hebrew and in English.
 */
final class Corpus {
    private static final String[] FIRST = {"אלכסנדרה", "דניאל", "מיכל", "לאה", "אסתר", "שירה", "ניר", "רותם", "יעל", "משה", "זאב", "אולגה", "ליאור", "יוסף", "נועה", "תמר", "איתי", "עומר", "רונית", "אחמד", "פאטמה", "סרגיי", "Anna", "David"};
    private static final String[] LAST = {"אזולאי", "פרץ", "אברהם", "עמר", "דהן", "אוחיון", "גבאי", "שטרן", "פרידמן", "וייס", "חדד", "מלכה", "שפירא", "כהן", "לוי", "מזרחי", "ביטון", "חורי", "איבנוב", "Miller"};
    static final List<String> LATIN_FIRST = List.of("Anna", "David", "Michael", "Sarah", "Daniel", "Yosef", "Maria", "Ahmad", "Olga", "Sergey", "Moshe", "Rachel", "Jonathan", "Noa", "Vladimir", "Tamar", "Elena", "Omar", "Ruth", "Peter");
    static final List<String> LATIN_LAST = List.of("Cohen", "Levi", "Miller", "Ivanov", "Haddad", "Schwartz", "Friedman", "Mizrahi", "Goldberg", "Khoury", "Petrov", "Rosenberg", "Katz", "Weiss", "Smith", "Azoulay", "Mansour", "Novak", "Stern", "Biton");
    private static final String[] HEBREW = {"את", "של", "על", "לא", "אני", "זה", "עם", "כי", "שלום", "תודה", "חשבון", "כרטיס", "אשראי", "חיוב", "החזר", "הלוואה", "משכנתא", "ריבית", "עמלה", "העברה", "סניף", "פקיד", "אפליקציה", "סיסמה", "כניסה",
        "הודעה", "מכתב", "דוח", "יתרה", "תנועות", "הוראת", "קבע", "ביטול", "בקשה", "אישור", "טופס", "מסמך", "חתימה", "זמן", "היום", "אתמול", "מחר", "שבוע", "חודש", "שנה", "בעיה", "תקלה", "עזרה", "דחוף", "בבקשה", "מספר", "טלפון", "כתובת",
        "לקוח", "שירות", "המתנה", "תשובה", "שאלה", "מחיר", "מבצע", "חוזה", "ביטוח", "פיקדון", "חיסכון", "מטבע", "דולר", "שקל", "משכורת", "העסק", "חברה", "בנק"};
    private static final String[] ENGLISH = {"the", "to", "and", "my", "is", "not", "for", "with", "account", "card", "credit", "charge", "refund", "loan", "mortgage", "interest", "fee", "transfer", "branch", "clerk", "app", "password", "login",
        "message", "letter", "statement", "balance", "order", "cancel", "request", "approval", "form", "document", "signature", "today", "yesterday", "tomorrow", "week", "month", "year", "problem", "help", "urgent", "please", "number", "phone",
        "address", "customer", "service", "waiting", "answer", "question", "price", "offer", "contract", "insurance", "deposit", "savings", "currency", "dollar", "salary", "business", "company", "bank"};
    private static final String HEBREW_LETTERS = "אבגדהוזחטיכלמנסעפצקרשת";
    private static final String ENGLISH_LETTERS = "abcdefghijklmnoprstuvwy";
    private static final int RARE = 20_000;

    private Corpus() {
    }

    /** The Hebrew ones among the few names. */
    static List<String> hebrew(boolean first) {
        return Arrays.stream(first ? FIRST : LAST).filter(name -> name.charAt(0) >= 'א' && name.charAt(0) <= 'ת').toList();
    }

    static String first(long person) {
        return FIRST[(int) (mix(person) % FIRST.length)];
    }

    static String last(long person) {
        return LAST[(int) (mix(person * 31 + 7) % LAST.length)];
    }

    static String person(long person) {
        return first(person) + " " + last(person);
    }

    static String email(long person) {
        return "person" + person + "@customers.example";
    }

    static String phone(long person) {
        return "+9725" + (person % 5) + String.format("%07d", 1_000_000 + person / 5);
    }

    /** Nine digits with a right check digit. */
    static String nationalId(long person) {
        String digits = String.format("%08d", 30_000_000 + person);
        int sum = 0;
        for (int place = 0; place < 8; place++) {
            int product = (digits.charAt(place) - '0') * (place % 2 + 1);
            sum += product / 10 + product % 10;
        }
        return digits + (10 - sum % 10) % 10;
    }

    static String sentence(SplittableRandom random, boolean hebrew, int words) {
        StringBuilder text = new StringBuilder(words * 6);
        for (int word = 0; word < words; word++) {
            if (word > 0) {
                text.append(' ');
            }
            text.append(word(random, hebrew));
        }
        return text.toString();
    }

    private static String word(SplittableRandom random, boolean hebrew) {
        String[] common = hebrew ? HEBREW : ENGLISH;
        // the rank falls as one over a uniform draw: Zipf with exponent one
        int rank = (int) Math.exp(random.nextDouble() * Math.log(RARE)) - 1;
        return rank < common.length ? common[rank] : rare(rank, hebrew);
    }

    /** The rank spelled out in letters: a word that is always the same. */
    static String rare(int rank, boolean hebrew) {
        String letters = hebrew ? HEBREW_LETTERS : ENGLISH_LETTERS;
        StringBuilder word = new StringBuilder(5);
        for (long left = mix(rank) % 1_000_000 + 12_167; left > 0; left /= letters.length()) {
            word.append(letters.charAt((int) (left % letters.length())));
        }
        return word.toString();
    }

    private static long mix(long value) {
        return new SplittableRandom(value).nextLong() >>> 1;
    }
}
