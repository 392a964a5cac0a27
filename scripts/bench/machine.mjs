// What figures were measured on: no figure means anything without it.
import { cpus, loadavg, release, totalmem, type } from 'node:os';

/** @param browsers names with versions */
export function machineOf(browsers) {
  const [processor] = cpus();
  return {
    processor: processor?.model.trim() || 'unknown processor',
    cores: cpus().length,
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    system: `${type()} ${release()}`,
    node: process.version,
    browsers,
    loadAverage: loadavg().map((one) => Number(one.toFixed(2))),
  };
}
