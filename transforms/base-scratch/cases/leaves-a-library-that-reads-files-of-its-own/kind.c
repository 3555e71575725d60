#include <magic.h>

int main(void)
{
	return 0;
}
