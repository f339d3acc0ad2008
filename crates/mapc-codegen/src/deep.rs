//! Room for expressions as deep as the language lets an author write them.

use std::thread;

/// Enough for a thousand operators in one expression, through every pass over the text.
const STACK: usize = 256 << 20;

/// Does some work on a stack of its own that is large enough; on the caller's, where there is no memory for that.
pub(crate) fn with_room<T: Send>(work: impl Fn() -> T + Sync + Send) -> T {
    thread::scope(|scope| {
        let helper = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, &work);
        match helper.map(thread::ScopedJoinHandle::join) {
            Ok(Ok(done)) => done,
            Ok(Err(panic)) => std::panic::resume_unwind(panic),
            Err(_) => work(),
        }
    })
}
