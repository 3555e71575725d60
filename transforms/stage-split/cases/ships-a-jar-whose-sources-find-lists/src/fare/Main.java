package fare;

public class Main {
  public static void main(String[] arguments) {
    System.out.println(arguments.length * 250 + " cents");
  }
}
