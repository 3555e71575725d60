#include <bell.h>

int main(void) {
    return bell_ring();
}
