/**
 * Solves (A + λ·I)·x = g, and tells the trace of the inverse, by Cholesky's L·Lᵀ = A + λ·I.
 *
 *   trace (L·Lᵀ)⁻¹ = Σ of the squares of L⁻¹
 *
 * A is symmetric with no negative eigenvalue, λ > 0. Errors: RangeError where A + λ·I is not positive definite.
 * Cost: size³ / 2. Source: G. Golub and C. Van Loan, Matrix Computations, 4.2.
 */
export function solveSymmetric(
  a: readonly (readonly number[])[],
  lambda: number,
  g: readonly number[],
) {
  const size = g.length;
  const l = factor(a, lambda);
  const at = (row: number, column: number) => l[row * size + column] ?? 0;
  const y = new Float64Array(size);
  for (let i = 0; i < size; i += 1) {
    let rest = g[i] ?? 0;
    for (let k = 0; k < i; k += 1) rest -= at(i, k) * (y[k] ?? 0);
    y[i] = rest / at(i, i);
  }
  const x = new Array<number>(size).fill(0);
  for (let i = size - 1; i >= 0; i -= 1) {
    let rest = y[i] ?? 0;
    for (let k = i + 1; k < size; k += 1) rest -= at(k, i) * (x[k] ?? 0);
    x[i] = rest / at(i, i);
  }
  return { x, trace: traceOfInverse(l, size) };
}

function factor(a: readonly (readonly number[])[], lambda: number): Float64Array {
  const size = a.length;
  const l = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let rest = (a[i]?.[j] ?? 0) + (i === j ? lambda : 0);
      for (let k = 0; k < j; k += 1) rest -= (l[i * size + k] ?? 0) * (l[j * size + k] ?? 0);
      if (i === j && !(rest > 0)) throw new RangeError("The matrix is not positive definite.");
      l[i * size + j] = i === j ? Math.sqrt(rest) : rest / (l[j * size + j] ?? 1);
    }
  }
  return l;
}

function traceOfInverse(l: Float64Array, size: number): number {
  let trace = 0;
  const column = new Float64Array(size);
  for (let j = 0; j < size; j += 1) {
    for (let i = j; i < size; i += 1) {
      let rest = Number(i === j);
      for (let k = j; k < i; k += 1) rest -= (l[i * size + k] ?? 0) * (column[k] ?? 0);
      const entry = rest / (l[i * size + i] ?? 1);
      column[i] = entry;
      trace += entry * entry;
    }
  }
  return trace;
}
