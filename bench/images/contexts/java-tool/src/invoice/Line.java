package invoice;

import java.math.BigDecimal;

record Line(BigDecimal price, int count) {
  BigDecimal amount() {
    return price.multiply(BigDecimal.valueOf(count));
  }
}
