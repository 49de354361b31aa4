/** How unsure each mean is, in shares 0-1 of the scale, one column a criterion: see `errorsOf`. */
export type Errors = readonly Float64Array[];

/** As many reviews of all candidates stand behind a candidate's own spread, which few reviews tell little of. */
const lean = 4;

/**
 * The standard error of each mean, as a share of the scale.
 *
 *   s² = (4·S² + Σ(x − mean)²) / (4 + n − 1)      error = s / √n / 5
 *
 * where S² = Σ Σ(x − mean)² / Σ (n − 1) over all rows of the criterion: few reviews lean on what reviewers of the
 * team usually differ by. 0 where nobody scored; 1 level is taken for S where nobody was scored twice.
 * Units: shares of 0-5. Errors: none.
 */
export function errorsOf(
  size: number,
  counted: readonly { n: ArrayLike<number>; sum: ArrayLike<number>; squares: ArrayLike<number> }[],
): Errors {
  return counted.map(({ n, sum, squares }) => {
    const strays = Float64Array.from({ length: size }, (_, row) => {
      const scores = n[row] ?? 0;
      return scores === 0 ? 0 : (squares[row] ?? 0) - (sum[row] ?? 0) ** 2 / scores;
    });
    let [all, degrees] = [0, 0];
    for (let row = 0; row < size; row += 1) {
      all += strays[row] as number;
      degrees += Math.max(0, (n[row] ?? 0) - 1);
    }
    const usual = degrees > 0 ? all / degrees : 1;
    return strays.map((stray, row) => {
      const scores = n[row] ?? 0;
      if (scores === 0) return 0;
      const variance = (lean * usual + stray) / (lean + scores - 1);
      return Math.sqrt(variance / scores) / 5;
    });
  });
}
