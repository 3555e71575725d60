#include <iconv.h>

int main(void) {
    return iconv_open("UTF-8", "EUC-JP") == (iconv_t)-1;
}
