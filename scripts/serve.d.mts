// The types of serve.mjs, for the tests; it is plain JavaScript so that `npm start` runs without a build.

/** The policy that any page of the portal answers with under ?csp=strict. */
export const STRICT_POLICY: string;

export interface PortalOptions {
  /** Folder of the pages (default: demo/). */
  root?: string;
  /** Folder behind /mingdu/ (default: dist/widget/). */
  widget?: string;
  /** 0, the default, takes any free one. */
  port?: number;
  /** Address to listen on (default: 127.0.0.1). */
  host?: string;
  /** Added to every answer; they win. */
  headers?: Record<string, string>;
}

export interface Portal {
  /** Such as http://localhost:8080, without a slash at the end. */
  origin: string;
  port: number;
  /** The same on another port: another origin, with the header that lets pages take scripts from it. */
  filesOrigin: string;
  /** Ends open connections too. */
  close(): Promise<void>;
}

/** Serves the demo portal; resolves once it listens, rejects with the system's error if it cannot. */
export function createPortalServer(options?: PortalOptions): Promise<Portal>;
