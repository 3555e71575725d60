public class Rain {
  public static void main(String[] arguments) {
    System.out.println("4 mm");
  }
}
