/** Dots while the tests run, the failures in full, and a last line that scripts can read. */
import mocha, { type Runner } from 'mocha';

export default class ClosingLine extends mocha.reporters.Dot {
  constructor(runner: Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    let [passed, failed, skipped] = [0, 0, 0];
    runner.on('pass', () => (passed += 1));
    runner.on('fail', () => (failed += 1));
    runner.on('pending', () => (skipped += 1));
    process.once('exit', () => {
      console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
    });
  }
}
