//! A disk that counts its calls and lets one of them fail, or all from one on.

use std::cell::{Cell, RefCell};
use std::io::{self, ErrorKind};
use std::rc::Rc;

use crate::journal::disk::{Call, Disk, System};

/// How a call fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::journal::tests) enum Fault {
    /// With an error, before anything is done.
    Refused(ErrorKind),
    /// It is done, and then an error is reported: as network disks do. (Interrupted, by its meaning, it never is.)
    Late(ErrorKind),
    /// A write takes half of the bytes and says so; the next call is refused for want of space.
    Half,
}

/// How many calls fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::journal::tests) enum Reach {
    Once,
    FromThen,
}

impl Fault {
    /// Every call once in each way; and from there on what a disk does that is full, or away.
    pub(crate) const ALL: [(Self, Reach); 11] = [
        (Self::Refused(ErrorKind::Other), Reach::Once),
        (Self::Refused(ErrorKind::StorageFull), Reach::Once),
        (Self::Refused(ErrorKind::PermissionDenied), Reach::Once),
        (Self::Refused(ErrorKind::NotFound), Reach::Once),
        (Self::Refused(ErrorKind::Interrupted), Reach::Once),
        (Self::Refused(ErrorKind::WouldBlock), Reach::Once),
        (Self::Refused(ErrorKind::InvalidInput), Reach::Once),
        (Self::Late(ErrorKind::Other), Reach::Once),
        (Self::Half, Reach::Once),
        (Self::Refused(ErrorKind::Other), Reach::FromThen),
        (Self::Half, Reach::FromThen),
    ];
}

/// A disk on which a call can be told to fail.
#[derive(Debug, Clone, Default)]
pub(in crate::journal::tests) struct Faulty(Rc<State>);

#[derive(Debug, Default)]
struct State {
    calls: RefCell<Vec<Call>>,
    armed: Cell<bool>,
    fault: Cell<Option<(Fault, Reach, usize)>>,
}

/// The disk of the program.
pub(super) fn in_order() -> System {
    System
}

impl Faulty {
    /// From now on calls count, and the fault happens.
    pub(crate) fn arm(&self, fault: Option<(Fault, Reach, usize)>) {
        self.0.calls.borrow_mut().clear();
        self.0.fault.set(fault);
        self.0.armed.set(true);
    }

    /// From now on everything works; how many calls there were.
    pub(crate) fn disarm(&self) -> usize {
        self.0.armed.set(false);
        self.0.calls.borrow().len()
    }

    pub(crate) fn calls(&self) -> Vec<Call> {
        self.0.calls.borrow().clone()
    }

    /// The fault of the call with this number.
    fn fault(&self, number: usize) -> Option<Fault> {
        let (fault, reach, at) = self.0.fault.get().filter(|_| self.0.armed.get())?;
        match (fault, reach) {
            (Fault::Half, _) if number == at + 1 => Some(Fault::Refused(ErrorKind::StorageFull)),
            (Fault::Half, Reach::FromThen) if number > at => Some(Fault::Refused(ErrorKind::StorageFull)),
            (_, Reach::Once) => (number == at).then_some(fault),
            (_, Reach::FromThen) => (number >= at).then_some(fault),
        }
    }
}

impl Disk for Faulty {
    fn call<T>(&self, call: Call, act: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        if !self.0.armed.get() {
            return act();
        }
        self.0.calls.borrow_mut().push(call);
        match self.fault(self.0.calls.borrow().len()) {
            Some(Fault::Refused(kind)) => Err(kind.into()),
            Some(Fault::Late(kind)) => act().and(Err(kind.into())),
            Some(Fault::Half) | None => act(),
        }
    }

    fn takes(&self, bytes: usize) -> usize {
        let next = self.0.calls.borrow().len() + 1;
        if self.fault(next) == Some(Fault::Half) { bytes.div_ceil(2) } else { bytes }
    }
}
