public class Thumb {
  public static void main(String[] arguments) throws Exception {
    new ProcessBuilder("convert", arguments[0], "-resize", "64", "thumb.png").inheritIO().start().waitFor();
  }
}
