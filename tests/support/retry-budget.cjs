/** How many tests of a run may need a second attempt. More than that is a fault in the tests or the product. */
const BUDGET = 2;

/** Names the tests that passed only in a second run, and fails if there are too many of them. */
module.exports = class RetryBudget {
  #budget;
  #retried = [];

  constructor(_globalConfig, { budget = BUDGET } = {}) {
    this.#budget = budget;
  }

  onTestResult({ path }, { testResults }) {
    for (const { fullName, invocations, status } of testResults)
      if (status === 'passed' && invocations > 1) this.#retried.push(`${path}: ${fullName}`);
  }

  onRunComplete() {
    if (this.#retried.length === 0) return;
    const count = `Passed only when run again: ${this.#retried.length} (allowed: ${this.#budget}).`;
    const names = this.#retried.map((name) => `  ${name}\n`).join('');
    const verdict = this.#isExceeded() ? 'That is too many, so the run fails.\n' : '';
    process.stderr.write(`\n${count}\n${names}${verdict}`);
  }

  /** An error makes Jest fail the run. Jest does not print it. */
  getLastError() {
    return this.#isExceeded() ? new Error('too many tests had to be run again') : undefined;
  }

  #isExceeded() {
    return this.#retried.length > this.#budget;
  }
};
