#include <pwd.h>

int main(void) {
    return getpwnam("nobody") == 0;
}
