// As much of the client's interface as is used here; the package comes without types.
declare module "@alicloud/fc2" {
  interface Settings {
    readonly accessKeyID: string;
    readonly accessKeySecret: string;
    readonly region: string;
    readonly endpoint: string;
    readonly timeout: number;
  }

  export default class Client {
    constructor(account: string, settings: Settings);
    getService(name: string): Promise<unknown>;
  }
}
