/** Packs things that take some room on a line into as few tracks as they need, none over another. */

/** Room from `from` to `to`, in any unit. */
export interface Room {
  from: number;
  to: number;
}

/**
 * The track of each, from 0, in the order given.
 *
 * @param gap - the least distance between two on one track.
 */
export function packed(rooms: readonly Room[], gap: number): number[] {
  const order = rooms.map((room, index) => ({ ...room, index }));
  order.sort((one, other) => one.from - other.from || one.to - other.to || one.index - other.index);
  const ends: number[] = [];
  const tracks: number[] = rooms.map(() => 0);
  for (const { from, to, index } of order) {
    const free = ends.findIndex((end) => end + gap <= from);
    const track = free === -1 ? ends.length : free;
    ends[track] = to;
    tracks[index] = track;
  }
  return tracks;
}
