use std::{error::Error, path::Path};
pub fn generate(_out: &Path) -> Result<(), Box<dyn Error>> {
    Ok(())
}
