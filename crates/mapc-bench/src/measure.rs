//! Timing: contenders take turns, and each one's median counts.

use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

use crate::contender::{Tally, Workload};

/// CPU time that this thread has used.
pub(crate) fn cpu_time() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(u64::try_from(time.tv_sec).unwrap_or_default(), u32::try_from(time.tv_nsec).unwrap_or_default())
}

/// The middle one of some times.
pub(crate) fn median(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// Checks that all contenders give the same, then times them and prints a table.
///
/// # Errors
/// Contenders that differ.
pub(crate) fn table(name: &str, title: &str, workload: &mut Workload, rounds: usize) -> Result<(), String> {
    let tally = agree(workload)?;
    let mut times: Vec<Vec<Duration>> = vec![Vec::new(); workload.contenders.len()];
    let mut out = Vec::new();
    for _ in 0..rounds.max(1) {
        for (contender, times) in workload.contenders.iter_mut().zip(&mut times) {
            out.clear();
            let start = cpu_time();
            (contender.run)(&workload.input, &mut out);
            times.push(cpu_time() - start);
        }
    }
    let size = workload.input.len() as f64 / workload.records.max(1) as f64;
    println!("\n{name}: {title}");
    println!("{} records of {size:.0} bytes, {} refused; {rounds} rounds", workload.records, tally.refused);
    println!("{:28} {:>12} {:>14} {:>8}", "", "ns a record", "records a s", "ratio");
    let first = times.first_mut().map(|times| median(times)).unwrap_or_default();
    for (contender, times) in workload.contenders.iter().zip(&mut times) {
        let time = median(times);
        let nanos = time.as_nanos() as f64 / workload.records.max(1) as f64;
        let ratio = first.as_secs_f64() / time.as_secs_f64();
        println!("{:28} {nanos:>12.0} {:>14.0} {ratio:>8.2}", contender.name, 1e9 / nanos);
    }
    Ok(())
}

/// Runs every contender once and compares what they give.
///
/// # Errors
/// Contenders that differ, with the first line in which they do.
pub(crate) fn agree(workload: &mut Workload) -> Result<Tally, String> {
    let mut agreed: Option<(&str, Tally, Vec<u8>)> = None;
    for contender in workload.contenders.iter_mut().filter(|contender| contender.writes) {
        let mut out = Vec::new();
        let tally = (contender.run)(&workload.input, &mut out);
        match &agreed {
            None => agreed = Some((contender.name, tally, out)),
            Some((first, other, bytes)) if *other != tally || *bytes != out => {
                return Err(format!(
                    "`{first}` and `{}` differ: {other:?}, {tally:?}{}",
                    contender.name,
                    difference(bytes, &out)
                ));
            }
            Some(_) => {}
        }
    }
    Ok(agreed.map(|(_, tally, _)| tally).unwrap_or_default())
}

/// The first lines that differ.
fn difference(left: &[u8], right: &[u8]) -> String {
    let lines = |bytes: &[u8]| bytes.split(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect::<Vec<_>>();
    let pair = lines(left).into_iter().zip(lines(right)).find(|(left, right)| left != right);
    pair.map_or(String::new(), |(left, right)| {
        format!("\n  {}\n  {}", String::from_utf8_lossy(&left), String::from_utf8_lossy(&right))
    })
}
