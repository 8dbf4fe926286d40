//! What a program without the standard library has to bring along.

use dlmalloc::GlobalDlmalloc;

#[global_allocator]
static ALLOCATOR: GlobalDlmalloc = GlobalDlmalloc;

/// Traps, which JavaScript sees as an error of its own kind. The text of the panic would bring the
/// formatting of everything that can panic into the module.
#[panic_handler]
fn trap(_: &core::panic::PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}
