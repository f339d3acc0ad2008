//! Formats as a table of files: a row names the file of a format, and the enum of formats with all that is asked of each is made of the rows.

/// Makes an enum of formats. A row is what the format is, its name in Rust, and its file, which has the constants `NAME` and `ENDINGS`.
macro_rules! formats {
    ($what:literal $table:ident: $($about:literal $format:ident $file:ident)+) => {
        #[doc = $what]
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $table {
            $(#[doc = $about] $format,)+
        }

        impl $table {
            /// All of them.
            pub const ALL: &[$table] = &[$($table::$format),+];

            /// What settings call it.
            pub const fn name(self) -> &'static str {
                match self { $($table::$format => $file::NAME,)+ }
            }

            /// What it is, in words.
            pub const fn about(self) -> &'static str {
                match self { $($table::$format => $about,)+ }
            }

            /// The endings of the names of its files, without a dot and in small letters.
            pub const fn endings(self) -> &'static [&'static str] {
                match self { $($table::$format => $file::ENDINGS,)+ }
            }

            /// The one that settings call so.
            pub fn named(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|format| format.name() == name)
            }

            /// What a file's name tells.
            pub fn of(path: &std::path::Path) -> Option<Self> {
                let ending = path.extension()?.to_str()?.to_ascii_lowercase();
                Self::ALL.iter().copied().find(|format| format.endings().contains(&ending.as_str()))
            }
        }
    };
}

pub(crate) use formats;
