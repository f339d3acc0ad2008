//! Positions in the lists of a plan, each a type of its own.

/// Defines the type of a position.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);
    )* };
}

ids! {
    /// A record type; the key of its [`Layout`](crate::Layout).
    RecordId;
    /// Position in [`Plan::enums`](crate::Plan::enums).
    EnumId;
    /// Position in [`Plan::tables`](crate::Plan::tables).
    TableId;
    /// Position in [`Plan::functions`](crate::Plan::functions).
    FunctionId;
    /// Position in the locals of a route or function.
    LocalId;
    /// Position in [`Plan::sites`](crate::Plan::sites).
    SiteId;
    /// Position in [`Plan::read_shapes`](crate::Plan::read_shapes).
    ReadId;
    /// Position in [`Plan::write_shapes`](crate::Plan::write_shapes).
    WriteId;
}
