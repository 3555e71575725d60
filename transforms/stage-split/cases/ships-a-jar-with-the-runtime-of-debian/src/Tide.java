public class Tide {
  public static void main(String[] arguments) {
    System.out.println("low");
  }
}
