#include <png.h>
#include <yaml.h>

int main(void)
{
	return 0;
}
