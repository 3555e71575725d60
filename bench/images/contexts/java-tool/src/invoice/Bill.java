package invoice;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

final class Bill {
  static List<Line> linesOf(List<String> words) {
    var lines = new ArrayList<Line>();
    for (int i = 0; i + 1 < words.size(); i += 2)
      lines.add(new Line(new BigDecimal(words.get(i)), Integer.parseInt(words.get(i + 1))));
    return lines;
  }

  private Bill() {}
}
