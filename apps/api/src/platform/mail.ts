import { Injectable, type OnModuleDestroy } from "@nestjs/common";
import { createTransport, type Transporter } from "nodemailer";
import { Config } from "./config.js";

interface Letter {
  to: string;
  subject: string;
  text: string;
}

/** E-mail, where SMTP_URL names a server; without it none is sent. */
@Injectable()
export class Mail implements OnModuleDestroy {
  private readonly transport: Transporter | undefined;

  constructor(private readonly config: Config) {
    if (config.smtpUrl)
      this.transport = createTransport({
        url: config.smtpUrl,
        connectionTimeout: 5_000,
        greetingTimeout: 5_000,
        socketTimeout: 10_000,
      });
  }

  get configured(): boolean {
    return this.transport !== undefined;
  }

  async send(letter: Letter): Promise<void> {
    await this.transport?.sendMail({ from: this.config.mailFrom, ...letter });
  }

  onModuleDestroy() {
    this.transport?.close();
  }
}
