/** Loaded once before all tests: starts PostgreSQL on first use and stops it at the end. */
import { stopPostgres } from './postgres.js';

export const mochaHooks = {
  async afterAll() {
    await stopPostgres();
  },
};
