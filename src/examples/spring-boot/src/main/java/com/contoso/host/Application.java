package com.contoso.host;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.PropertySource;

/** A host with routes of its own, and those of contact-sync beside them. */
@SpringBootApplication
@PropertySource("classpath:contact-sync/application.properties")
public class Application {

    public static void main(String[] args) {
        SpringApplication.run(Application.class, args);
    }
}
