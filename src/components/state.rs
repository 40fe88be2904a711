//! What the app remembers for as long as the page lives.
//!
//! Leptos keeps the values of its own signals in a store from which they can be taken while the app runs on; that is for what screens
//! remember, which come and go. It has code of its own there for every type of value, and what cannot be shared among threads
//! brings the threads of the standard library along, with a second allocator (docs/performance.md).

use leptos::prelude::{Notify, Track};
use leptos::reactive::signal::ArcTrigger;
use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

/// A value that is never taken away. Whoever reads it while something is made from signals follows it, as with Leptos' own.
pub struct State<T: 'static> {
    value: RwLock<T>,
    changed: ArcTrigger,
}

impl<T> State<T> {
    /// With this value to begin with.
    pub fn new(value: T) -> Self {
        Self { value: RwLock::new(value), changed: ArcTrigger::new() }
    }

    /// What `read` makes of the value. Follows it.
    pub fn with<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        self.changed.track();
        self.with_untracked(read)
    }

    /// The same without following it.
    pub fn with_untracked<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        read(&self.read())
    }

    /// The value. Follows it.
    pub fn get(&self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// The value now.
    pub fn get_untracked(&self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }

    /// Puts another value in its place, and tells those who follow it.
    pub fn set(&self, value: T) {
        self.update(|old| *old = value);
    }

    /// Changes the value, and tells those who follow it.
    pub fn update<R>(&self, change: impl FnOnce(&mut T) -> R) -> R {
        let result = self.update_untracked(change);
        self.changed.notify();
        result
    }

    /// Changes the value without telling anybody.
    pub fn update_untracked<R>(&self, change: impl FnOnce(&mut T) -> R) -> R {
        change(&mut self.write())
    }

    /// For those who may only read.
    pub fn read_only(&'static self) -> ReadState<T> {
        ReadState(self)
    }

    // There is one thread, and after a panic nothing runs any more: a lock is never poisoned.
    fn read(&self) -> RwLockReadGuard<'_, T> {
        self.value.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, T> {
        self.value.write().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A [`State`] that can only be read. A handle.
pub struct ReadState<T: 'static>(&'static State<T>);

impl<T> Clone for ReadState<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for ReadState<T> {}

impl<T> ReadState<T> {
    /// What `read` makes of the value. Follows it.
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.0.with(read)
    }

    /// The same without following it.
    pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.0.with_untracked(read)
    }

    /// The value. Follows it.
    #[must_use]
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.0.get()
    }

    /// The value now.
    #[must_use]
    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.0.get_untracked()
    }
}
