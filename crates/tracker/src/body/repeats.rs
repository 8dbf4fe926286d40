//! Texts that are there more than once: the member names of an object, the items of a list.

use alloc::borrow::Cow;
use alloc::vec;
use alloc::vec::Vec;

use crate::order::in_order;

/// Up to this many texts are compared one by one, which is faster than putting them in order.
const FEW: usize = 16;

/// The numbers of the texts that stand earlier in the list already, in ascending order.
///
/// Whoever writes a request chooses the names in it. Comparing many of them one by one could be
/// made to take forever, and so could a table of hashes; putting them in order cannot.
pub(crate) fn repeats(texts: &[Cow<'_, str>]) -> Vec<usize> {
    if texts.len() <= FEW {
        return (1..texts.len())
            .filter(|&index| texts[..index].contains(&texts[index]))
            .collect();
    }
    let key = |at: usize| (texts[at].as_ref(), at);
    let order = in_order(texts.len(), &|one, other| key(one) < key(other));
    let mut is_repeat = vec![false; texts.len()];
    for pair in order.windows(2) {
        if let [before, at] = pair {
            is_repeat[*at] = texts[*before] == texts[*at];
        }
    }
    (0..texts.len()).filter(|&at| is_repeat[at]).collect()
}

#[cfg(test)]
mod tests {
    use alloc::borrow::Cow;

    use super::repeats;

    #[test]
    fn few_and_many_are_found_alike() {
        for others in [0, 100] {
            let mut texts: Vec<Cow<'_, str>> =
                ["b", "a", "b", "c", "a", "b"].map(Cow::Borrowed).to_vec();
            texts.extend((0..others).map(|number| Cow::Owned(format!("other {number}"))));
            assert_eq!(repeats(&texts), [2, 4, 5]);
        }
        assert!(repeats(&[]).is_empty());
    }
}
