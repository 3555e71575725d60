use std::process::Command;

fn main() {
    Command::new("date").status().unwrap();
}
