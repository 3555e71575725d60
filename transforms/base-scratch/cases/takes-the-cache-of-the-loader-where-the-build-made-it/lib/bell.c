int bell_ring(void) {
    return 0;
}
