//! Outputs that appear as a whole or not at all, and paths that lead to one file.
#![cfg(unix)]

use std::fs;
use std::io::Write as _;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use mapc_io::files::{Claims, Clash, Target, TargetError};

/// A folder of its own that goes away with the value.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("mapc-io-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = entries.collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_file_is_there_as_a_whole_or_not_at_all() {
    let folder = Folder::new("whole");
    let path = folder.0.join("out");
    fs::write(&path, "old").unwrap();
    let write = || {
        let mut target = Target::file(&path).unwrap();
        target.write_all(b"new").unwrap();
        target.write_out().unwrap();
        assert_eq!((fs::read_to_string(&path).unwrap().as_str(), folder.names().len()), ("old", 2));
        target
    };
    drop(write());
    assert_eq!((fs::read_to_string(&path).unwrap().as_str(), folder.names().len()), ("old", 1));
    write().finish().unwrap();
    assert_eq!((fs::read_to_string(&path).unwrap().as_str(), folder.names().len()), ("new", 1));
}

#[test]
fn a_file_that_cannot_be_written_is_named() {
    let folder = Folder::new("named");
    let error = Target::file(&folder.0).err().unwrap();
    assert_eq!(error.to_string(), format!("cannot write `{}`: is a directory", folder.0.display()));
    let mut full = Target::file(Path::new("/dev/full")).unwrap();
    full.write_all(b"x").unwrap();
    let error = full.finish().unwrap_err();
    assert!(matches!(error, TargetError::File(_)));
    assert_eq!(error.to_string(), "cannot write `/dev/full`: no space left on device");
}

#[test]
fn a_file_is_claimed_once_under_whatever_name() {
    let folder = Folder::new("claims");
    let path = |name: &str| folder.0.join(name);
    fs::write(path("in"), "").unwrap();
    symlink("in", path("link")).unwrap();
    fs::hard_link(path("in"), path("hard")).unwrap();
    let (input, link, hard, out, again, null) =
        (path("in"), path("link"), path("hard"), path("out"), path("./out"), PathBuf::from("/dev/null"));
    let mut claims = Claims::new([input.as_path()]);
    for claimed in [&input, &link, &hard] {
        assert_eq!(claims.claim("records", claimed), Err(Clash::Input(input.clone())));
    }
    claims.claim("records", &out).unwrap();
    let clash = claims.claim("notices", &again).unwrap_err();
    assert_eq!(clash.to_string(), "names the same file as `records`; give each a file of its own");
    // Devices take what several write to them.
    claims.claim("notices", &null).unwrap();
    claims.claim("rejections", &null).unwrap();
}
