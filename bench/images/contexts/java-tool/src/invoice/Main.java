package invoice;

import java.math.BigDecimal;
import java.util.List;

/** Adds up what is on a bill: pairs of a price and a number. */
public final class Main {
  public static void main(String[] arguments) {
    var lines = Bill.linesOf(List.of(arguments));
    lines.forEach(System.out::println);
    var total = lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    System.out.println("total " + total);
  }
}
