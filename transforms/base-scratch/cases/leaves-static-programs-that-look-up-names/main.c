#include <netdb.h>

int main(void) {
    struct addrinfo *found;
    return getaddrinfo("localhost", "80", 0, &found);
}
