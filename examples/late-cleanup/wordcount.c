#include <ctype.h>
#include <stdio.h>

/* Counts the words of its standard input. */
int main(void)
{
	long words = 0;
	int inside = 0;

	for (int c = getchar(); c != EOF; c = getchar()) {
		if (!isspace(c) && !inside)
			words++;
		inside = !isspace(c);
	}
	printf("%ld\n", words);
	return 0;
}
