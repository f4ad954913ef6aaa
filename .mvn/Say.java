/** Prints its arguments. Maven is silent with {@code -q}, and a first build takes a while. */
class Say {

    public static void main(String[] words) {
        System.out.println(String.join(" ", words));
    }
}
