#include <jansson.h>
#include <stdio.h>

/* Reads an object on standard input and writes what it holds under the key that is named. */
int main(int argc, char **argv)
{
	json_error_t error;
	json_t *object, *value;

	if (argc != 2) {
		fprintf(stderr, "pick KEY < FILE\n");
		return 2;
	}
	object = json_loadf(stdin, 0, &error);
	if (!object) {
		fprintf(stderr, "line %d: %s\n", error.line, error.text);
		return 1;
	}
	value = json_object_get(object, argv[1]);
	if (value)
		json_dumpf(value, stdout, JSON_ENCODE_ANY);
	putchar('\n');
	json_decref(object);
	return value ? 0 : 1;
}
