//! The thread that has things written out: one after the other, and what is cancelled ends soon.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use crate::tui::msg::{Msg, OutJob};
use crate::tui::outgoing::{OutOrder, OutWatch, Outlet};

use super::wake::Wake;

/// What is on its way when the desk ends may take so long to end and to take away what it has only half written.
const PATIENCE: Duration = Duration::from_secs(5);

/// The thread, from the loop's side.
pub(super) struct Handle {
    orders: Sender<(OutOrder, bool, Arc<AtomicBool>)>,
    /// Ends what was ordered last.
    stop: Mutex<Arc<AtomicBool>>,
    /// Closed when the thread is over.
    over: Receiver<()>,
}

impl Handle {
    /// Shows, writes, or ends what is on its way.
    pub(crate) fn take(&self, job: OutJob) {
        let mut stop = self.stop.lock().unwrap_or_else(PoisonError::into_inner);
        let (order, writes) = match job {
            OutJob::Show(order) => (order, false),
            OutJob::Write(order) => (order, true),
            OutJob::Cancel => return stop.store(true, Ordering::Relaxed),
        };
        *stop = Arc::default();
        // The thread lives as long as the loop.
        let _ = self.orders.send((order, writes, Arc::clone(&stop)));
    }

    /// The desk ends: what is not written by now is given up, and nothing half written is left.
    pub(crate) fn finish(self) {
        self.take(OutJob::Cancel);
        drop(self.orders);
        // Nothing is ever sent.
        let _ = self.over.recv_timeout(PATIENCE);
    }
}

/// Starts the thread.
pub(super) fn spawn(outlet: Arc<dyn Outlet>, tell: Sender<Wake>) -> io::Result<Handle> {
    let (orders, wanted) = channel::<(OutOrder, bool, Arc<AtomicBool>)>();
    let (running, over) = channel::<()>();
    let work = move || {
        let _running = running;
        for (order, writes, stop) in wanted {
            let to = tell.clone();
            let told = Arc::new(move |done, all| drop(to.send(Wake::Msg(Msg::OutTold(done, all)))));
            let watch = OutWatch { stop, told };
            let msg = if writes {
                Msg::OutWritten(outlet.write(&order, &watch))
            } else {
                Msg::OutShown(outlet.preview(&order, &watch))
            };
            let _ = tell.send(Wake::Msg(msg));
        }
    };
    thread::Builder::new().name("out".into()).spawn(work)?;
    Ok(Handle { orders, stop: Mutex::default(), over })
}
