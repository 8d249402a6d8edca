//! `gouji read-one`: the helper that reads documents, one after the other, until its input ends.

use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use crate::cli::args::ReadOneArgs;
use crate::cli::outcome::{Done, Failure, Outcome};
use crate::read;
use crate::report::to_json;

use super::limits;
use super::protocol::{Described, GREETING, Reply, Request, Want, read_request, write_reply};
use crate::cli::documents::source_lines;

/// Deeply nested documents are deep recursions in some libraries; beyond this the helper ends, not the program.
const STACK: usize = 64 << 20;

/// Reads what comes on standard input and answers on standard output.
pub(in crate::cli) fn run(args: &ReadOneArgs) -> Outcome {
    limits::bound_memory(args.memory, STACK as u64);
    let (send, requests) = sync_channel(0);
    let cpu = args.cpu;
    thread::Builder::new().name("requests".into()).spawn(move || listen(&send))?;
    let reader = thread::Builder::new().name("reader".into()).stack_size(STACK);
    let reader = reader.spawn(move || serve(&requests, cpu))?;
    match reader.join() {
        Ok(result) => Ok(result.map(|()| Done::Fine)?),
        Err(_) => Err(Failure::new("panic")),
    }
}

/// Takes requests in. A thread of its own: when the program that asked has gone, its document is not read to the end.
fn listen(send: &SyncSender<Request>) {
    let mut input = io::stdin().lock();
    while let Ok(Some(request)) = read_request(&mut input) {
        if send.send(request).is_err() {
            break;
        }
    }
    std::process::exit(0);
}

fn serve(requests: &Receiver<Request>, cpu: u64) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(GREETING)?;
    out.flush()?;
    while let Ok(request) = requests.recv() {
        limits::allow_time(cpu);
        let reply = catch_unwind(AssertUnwindSafe(|| answer(&request))).unwrap_or(Reply::Panic);
        write_reply(&mut out, &reply)?;
    }
    Ok(())
}

fn answer(request: &Request) -> Reply {
    let Request { want, name, bytes } = request;
    let result = match want {
        Want::Report => read::read_all(name, bytes).map(|reports| {
            let reports: Vec<String> = reports.iter().map(to_json).collect();
            format!("[{}]", reports.join(",")).into_bytes()
        }),
        Want::Lines => {
            // Lines of safe text cannot fail to serialise.
            read::document(name, bytes).map(|document| serde_json::to_vec(&source_lines(&document)).unwrap_or_default())
        }
    };
    match result {
        Ok(json) => Reply::Done(json),
        Err(error) => Reply::Error(Described::of(&error)),
    }
}
