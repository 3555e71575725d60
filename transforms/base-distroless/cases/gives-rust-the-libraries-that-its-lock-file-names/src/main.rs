fn main() {
    println!("lit");
}
