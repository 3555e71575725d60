#include <dlfcn.h>

int main(void) {
    return dlopen("libaudio.so.2", RTLD_NOW) == 0;
}
