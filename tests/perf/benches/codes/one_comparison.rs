//! The yardstick of a lookup: a perfect hash written for speed alone, and one comparison.

const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;

/// A perfect hash of four words, and the texts in its slots.
pub(crate) struct OneComparison {
    moves: Vec<u64>,
    slots: Vec<&'static str>,
}

impl OneComparison {
    pub(crate) fn new(texts: &[&'static str]) -> Self {
        let size = texts.len().next_power_of_two();
        let mut table = Self {
            moves: vec![0; size],
            slots: vec![""; 2 * size],
        };
        let mut buckets = vec![Vec::new(); size];
        for text in texts {
            buckets[table.bucket(hash(text))].push(*text);
        }
        let mut order: Vec<usize> = (0..size).collect();
        order.sort_by_key(|bucket| std::cmp::Reverse(buckets[*bucket].len()));
        for bucket in order {
            table.place(bucket, &buckets[bucket]);
        }
        table
    }

    /// Finds the move with which all texts of a bucket get free slots of their own.
    fn place(&mut self, bucket: usize, texts: &[&'static str]) {
        let found = (0..1_000_000).find(|moved| {
            self.moves[bucket] = *moved;
            let mut slots: Vec<usize> = texts.iter().map(|text| self.slot(hash(text))).collect();
            let free = slots.iter().all(|slot| self.slots[*slot].is_empty());
            slots.sort_unstable();
            slots.dedup();
            free && slots.len() == texts.len()
        });
        self.moves[bucket] = found.expect("the texts differ");
        for text in texts {
            let slot = self.slot(hash(text));
            self.slots[slot] = text;
        }
    }

    pub(crate) fn find(&self, text: &str) -> Option<usize> {
        let slot = self.slot(hash(text));
        (self.slots[slot] == text).then_some(slot)
    }

    fn bucket(&self, hash: u64) -> usize {
        (hash >> 48) as usize & (self.moves.len() - 1)
    }

    fn slot(&self, hash: u64) -> usize {
        let moved = (hash ^ self.moves[self.bucket(hash)]).wrapping_mul(FACTOR);
        (moved >> 48) as usize & (self.slots.len() - 1)
    }
}

fn hash(text: &str) -> u64 {
    let bytes = text.as_bytes();
    let Some(last) = bytes.len().checked_sub(8) else {
        let mix = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(FACTOR);
        return bytes.iter().fold(0, mix);
    };
    let word = |start: usize| {
        bytes[start..]
            .first_chunk()
            .map_or(0, |word| u64::from_le_bytes(*word))
    };
    let words = word(0)
        ^ word(last / 3).rotate_left(11)
        ^ word(last - last / 3).rotate_left(29)
        ^ word(last).rotate_left(47);
    words.wrapping_mul(FACTOR)
}
