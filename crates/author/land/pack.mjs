// Packs the land of world-atlas into the form that the encoder reads; README.md says how to run it and what is in it.

import { readFileSync, writeFileSync } from "node:fs";

const [from, to] = process.argv.slice(2);
const { arcs, objects, transform } = JSON.parse(readFileSync(from, "utf8"));

// The grid of the source: so many steps of longitude are once around the earth.
const AROUND = Math.round(360 / transform.scale[0]);
const [x0, y0] = transform.translate;
if (AROUND !== 99999 || x0 !== -180 || y0 !== -89.999 || Math.abs(transform.scale[1] * AROUND - 173.598609375) > 1e-6) {
  throw new Error(`another grid than the encoder knows: ${JSON.stringify(transform)}`);
}

/** The points of an arc, whose coordinates are given as differences; an arc ~i is arc i backwards. */
function points(index) {
  let [x, y] = [0, 0];
  const arc = arcs[index < 0 ? ~index : index].map(([dx, dy]) => [(x += dx), (y += dy)]);
  return index < 0 ? arc.reverse() : arc;
}

/** A ring without the repeated point at its end, with longitudes that do not jump where it crosses 180°. */
function ring(indices) {
  const all = indices.flatMap((index, at) => points(index).slice(at ? 1 : 0));
  let turns = 0;
  const smooth = all.map(([x, y], at) => {
    const step = at ? x - all[at - 1][0] : 0;
    turns += step > AROUND / 2 ? -1 : step < -AROUND / 2 ? 1 : 0;
    return [x + turns * AROUND, y];
  });
  return smooth.slice(0, -1);
}

const bytes = [];
function number(value) {
  for (; value >= 0x80; value = Math.floor(value / 0x80)) bytes.push((value % 0x80) | 0x80);
  bytes.push(value);
}
const signed = (value) => number(value < 0 ? -2 * value - 1 : 2 * value);

let [x, y] = [0, 0];
for (const indices of objects.land.geometries.flatMap((geometry) => geometry.arcs).flat()) {
  const packed = ring(indices);
  // The hole that stands for the South Pole, and what has no area.
  if (packed.every(([, latitude]) => latitude === 0) || packed.length < 3) continue;
  number(packed.length);
  for (const point of packed) {
    signed(point[0] - x);
    signed(point[1] - y);
    [x, y] = point;
  }
}
writeFileSync(to, Uint8Array.from(bytes));
