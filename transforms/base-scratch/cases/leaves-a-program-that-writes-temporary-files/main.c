#include <stdio.h>

int main(void) {
    return tmpfile() == 0;
}
