package io.contactsync.sandbox.people;

import io.contactsync.sandbox.store.Images;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/**
 * Draws a picture of somebody: a pattern of squares, the same on both sides, that no two people share. It needs no font
 * and no screen.
 */
final class Portrait {
    private static final int EDGE = 648;
    private static final int SQUARES = 6;
    private static final int SIDE = EDGE / SQUARES;

    private Portrait() {
    }

    /** A JPEG of 648 by 648 pixels. */
    static byte[] of(String id) {
        SplittableRandom choice = new SplittableRandom(id.hashCode());
        BufferedImage image = new BufferedImage(EDGE, EDGE, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, EDGE, EDGE);
        pen.setColor(Color.getHSBColor((float) choice.nextDouble(), 0.6f, 0.7f));
        for (int row = 0; row < SQUARES; row++) {
            for (int column = 0; column < SQUARES / 2; column++) {
                if (choice.nextBoolean()) {
                    pen.fillRect(column * SIDE, row * SIDE, SIDE, SIDE);
                    pen.fillRect((SQUARES - 1 - column) * SIDE, row * SIDE, SIDE, SIDE);
                }
            }
        }
        pen.dispose();
        return Images.jpeg(image);
    }
}
