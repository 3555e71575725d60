int bell_ring(void);
