import java.awt.image.BufferedImage;

public class Chart {
  public static void main(String[] arguments) {
    new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
  }
}
