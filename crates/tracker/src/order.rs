//! Puts things in order.

use alloc::vec::Vec;

/// The numbers from 0 to `count`, in the order in which `comes_before` wants them.
///
/// A heap sort: never slow, whatever it is given, and a tenth of the code that the sort of a slice
/// is. A browser loads it, and every type of item would bring its own copy of the other.
pub(crate) fn in_order(count: usize, comes_before: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut numbers: Vec<usize> = (0..count).collect();
    for root in (0..count / 2).rev() {
        sink(&mut numbers, root, comes_before);
    }
    for end in (1..count).rev() {
        numbers.swap(0, end);
        sink(&mut numbers[..end], 0, comes_before);
    }
    numbers
}

/// Moves the number at `root` down until none below it comes later.
fn sink(numbers: &mut [usize], mut root: usize, comes_before: &dyn Fn(usize, usize) -> bool) {
    loop {
        let mut last = root;
        for child in [2 * root + 1, 2 * root + 2] {
            if child < numbers.len() && comes_before(numbers[last], numbers[child]) {
                last = child;
            }
        }
        if last == root {
            return;
        }
        numbers.swap(root, last);
        root = last;
    }
}

#[cfg(test)]
mod tests {
    use super::in_order;

    #[test]
    fn every_length_is_put_in_order() {
        for count in 0..200_usize {
            let key = |number: usize| (number * 7919 % 31, number);
            let mut expected: Vec<usize> = (0..count).collect();
            expected.sort_by_key(|&number| key(number));
            assert_eq!(
                in_order(count, &|one, other| key(one) < key(other)),
                expected
            );
        }
    }
}
