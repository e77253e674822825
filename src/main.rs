//! The command line; everything else lives in the library.

fn main() -> std::process::ExitCode {
    torget::cli::main()
}
