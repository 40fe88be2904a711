//! partner-recovery.
