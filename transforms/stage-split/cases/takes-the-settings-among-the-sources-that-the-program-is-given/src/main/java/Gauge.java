class Gauge { public static void main(String[] a) {} }
